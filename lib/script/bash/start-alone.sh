[[ -z $(sudo docker ps --quiet) ]] || refuse 'it stops Docker for a while, and containers are up: docker ps'
