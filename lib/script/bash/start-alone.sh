[[ -z $(sudo docker ps --quiet) ]] || refuse 'this script stops Docker for a while, and containers are running: docker ps'
